package fr.convergence.socle.identifiant;

import org.jspecify.annotations.Nullable;

/** Ce qui désigne une entreprise dans le registre d'un pays : un SIREN en France, autre chose ailleurs. */
public record IdentifiantNational(TypeIdentifiant type, String valeur) {

    public IdentifiantNational {
        RefusDeLecture.interdire(refus(type, valeur));
    }

    /** Espaces, points, tirets et minuscules sont acceptés. */
    public static Lecture<IdentifiantNational> lire(TypeIdentifiant type, @Nullable String saisie) {
        if (type == TypeIdentifiant.SIREN) { // le sien reconnaît aussi le mot « SIREN » recopié devant
            return switch (Siren.lire(saisie)) {
                case Lecture.Lue<Siren>(var siren) -> new Lecture.Lue<>(de(siren));
                case Lecture.Refusee<Siren>(var refus) -> new Lecture.Refusee<>(refus);
            };
        }
        return Lecture.de(FormeNormale.code(saisie), valeur -> new IdentifiantNational(type, valeur));
    }

    public static IdentifiantNational de(Siren siren) {
        return new IdentifiantNational(TypeIdentifiant.SIREN, siren.valeur());
    }

    /** « 732 829 320 » pour un SIREN, tel quel sinon. */
    public String affichage() {
        return type == TypeIdentifiant.SIREN ? new Siren(valeur).affichage() : valeur;
    }

    @Override
    public String toString() {
        return type + " " + valeur;
    }

    private static @Nullable RefusDeLecture refus(TypeIdentifiant type, String valeur) {
        if (!type.aSaForme(valeur)) {
            return RefusDeLecture.de("identifiant.national.forme");
        }
        return type.aSaCle(valeur) ? null : RefusDeLecture.de("identifiant.national.cle");
    }
}
