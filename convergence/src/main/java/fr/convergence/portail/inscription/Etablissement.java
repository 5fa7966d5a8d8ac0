package fr.convergence.portail.inscription;

import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.socle.identifiant.Region;
import java.util.ArrayList;
import java.util.List;

/** L'établissement choisi, en paires « intitulé : valeur » dans les mots que connaissent les usagers. */
public record Etablissement(List<Paire> paires) {

    /** @param cle clé de l'intitulé */
    public record Paire(String cle, String valeur) {}

    static Etablissement de(Candidat candidat) {
        var paires = new ArrayList<Paire>();
        paires.add(new Paire("inscription.type", candidat.type().libelle()));
        candidat.region().map(Region::nom).ifPresent(nom -> paires.add(new Paire("inscription.region", nom)));
        switch (candidat) {
            case Candidat.Ght ght -> {
                paires.add(new Paire("inscription.code-ght", ght.code().valeur()));
                paires.add(new Paire("inscription.nom-ght", ght.intitule()));
                paires.add(new Paire("inscription.finess-support", ght.finess().valeur()));
                paires.add(new Paire("inscription.raison-support", ght.support().nom()));
            }
            case Candidat.EntiteJuridique ej -> {
                paires.add(new Paire("inscription.finess", ej.finess().valeur()));
                paires.add(new Paire("inscription.raison", ej.nom()));
                ej.siren().ifPresent(siren -> paires.add(new Paire("inscription.siren", siren.valeur())));
                ej.ght().ifPresent(ght -> paires.add(new Paire("inscription.code-ght", ght.valeur())));
            }
        }
        return new Etablissement(List.copyOf(paires));
    }
}
