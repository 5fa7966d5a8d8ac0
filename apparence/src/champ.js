// Ce qu'un champ contient, à côté de ce que le serveur y avait mis.

/** La personne y a tapé ou choisi autre chose que ce que la page montrait à son arrivée (un fichier choisi à part). */
export function change(champ) {
  if (champ.matches("select")) {
    const initiale = [...champ.options].find((option) => option.defaultSelected) ?? champ.options[0];
    return champ.selectedOptions[0] !== initiale;
  }
  if (champ.matches("[type=checkbox], [type=radio]")) {
    return champ.checked !== champ.defaultChecked;
  }
  return !champ.matches("[type=hidden], [type=file]") && champ.value !== champ.defaultValue;
}
