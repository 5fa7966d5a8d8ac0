package fr.convergence.socle.page;

/**
 * Un état dit par un mot, une icône et une couleur : jamais par la couleur seule (RGAA 3.1).
 *
 * @param mot ce qui se lit, le même dans les pages, les courriels et les exports
 * @param icone nom de classe d'une icône, entier : « fr-icon-draft-line »
 */
public record Etiquette(String mot, Ton ton, String icone) {

    /** Couleur d'un état et icône qu'elle appelle d'ordinaire. */
    public enum Ton {
        NEUTRE("", "fr-icon-draft-line"),
        INFORMATION("cv-etat--information", "fr-icon-time-line"),
        ATTENTION("cv-etat--attention", "fr-icon-edit-line"),
        SUCCES("cv-etat--succes", "fr-icon-checkbox-circle-line"),
        ERREUR("cv-etat--erreur", "fr-icon-close-circle-line");

        private final String classe;
        private final String icone;

        Ton(String classe, String icone) {
            this.classe = classe;
            this.icone = icone;
        }

        public String classe() {
            return classe;
        }
    }

    public Etiquette(String mot, Ton ton) {
        this(mot, ton, ton.icone);
    }
}
