import '../../components/repair-form/define.ts';
import { loaders } from '../../src/generated/texts.ts';
import type { FileName, Lang } from '../../src/generated/texts.ts';
import { configureKit } from '../../src/runtime/kit.ts';
import { demoProfile } from './demo-profile.ts';

/** A page of its own for tests that leave it, reload it or open it twice: `page.html?desk=…`. */
configureKit({
  profile: demoProfile,
  deskOrigin: new URLSearchParams(location.search).get('desk') ?? undefined,
  loadTexts: async (language, file) =>
    (await loaders[language as Lang][file as FileName]()).default,
});
