/** The look of the extension's own pages, by the system's theme. */
import './system.css';
import './base.css';
import './controls.css';
import './skeleton.css';
