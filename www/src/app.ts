import "./elements/define";
