import './main.css';
import './app.ts';
