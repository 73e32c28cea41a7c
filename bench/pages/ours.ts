import { shell } from './shell.ts';

/** The snippet as an association pastes it, and nothing else. */
export const ourPage = (language: string): string =>
  shell(
    '<script type="module" src="{{desk}}/delinde/keukentafel.js"></script>',
    `<kt-repair-form>
      <a href="tel:+31592123456">Bel ons: 0592 12 34 56</a>
      <a href="{{desk}}/delinde/reparatie">Meld uw reparatie op een eenvoudige pagina</a>
    </kt-repair-form>`,
    language,
  );
