import './editor-workers.js';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './playground.js';
import { keepPageInLanguage } from './words/language.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html must hold an element with the id "root"');

keepPageInLanguage();
createRoot(root).render(<Playground />);
