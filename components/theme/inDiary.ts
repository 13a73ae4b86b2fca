/** The look inside the diary. */
import './diary.css';
import './base.css';
import './controls.css';
import './skeleton.css';
