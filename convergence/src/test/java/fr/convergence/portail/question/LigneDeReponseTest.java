package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.question.LigneDeReponse.Paire;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La même réponse avant et après, partie par partie : ce que compare un vérificateur. */
@Tag("INSTR-2")
final class LigneDeReponseTest {

    @Test
    void une_partie_parue_ou_disparue_est_vide_de_l_autre_cote() {
        var paires = LigneDeReponse.apparier(
                List.of(ligne("nom", "Martin"), ligne("telephone", "01")),
                List.of(ligne("nom", "Durand"), ligne("fonction", "DSI")));
        assertThat(paires)
                .containsExactly(
                        new Paire(ligne("nom", "Martin"), ligne("nom", "Durand")),
                        new Paire(ligne("fonction"), ligne("fonction", "DSI")),
                        new Paire(ligne("telephone", "01"), ligne("telephone")));
        assertThat(paires).allMatch(Paire::change);
        assertThat(paires.getLast().libelle()).isEqualTo(Message.brut("telephone"));
    }

    @Test
    void ce_qui_se_lit_pareil_n_a_pas_change() {
        assertThat(LigneDeReponse.apparier(List.of(ligne("nom", "Martin")), List.of(ligne("nom", "Martin"))))
                .singleElement()
                .matches(paire -> !paire.change());
        assertThat(LigneDeReponse.apparier(List.of(ligne("nom")), List.of(ligne("nom"))))
                .singleElement()
                .matches(paire -> !paire.change());
    }

    @Test
    void un_fichier_se_lit_par_son_nom_sans_que_la_partie_change() {
        assertThat(ligne("rib", "id-1", "id-2").nommee(id -> id.replace("id-", "rib ") + ".pdf"))
                .isEqualTo(new LigneDeReponse("rib", Message.brut("rib"), List.of("rib 1.pdf", "rib 2.pdf")));
    }

    /** Rien ne se perd, rien ne se compare deux fois, et l'ordre d'aujourd'hui est gardé. */
    @Property(tries = 500)
    void chaque_partie_des_deux_cotes_est_dans_une_paire_et_une_seule(
            @ForAll("reponses") List<LigneDeReponse> avant, @ForAll("reponses") List<LigneDeReponse> apres) {
        var paires = LigneDeReponse.apparier(avant, apres);
        var parties = new HashSet<>(noms(avant));
        parties.addAll(noms(apres));
        assertThat(paires).extracting(paire -> paire.avant().partie()).containsExactlyInAnyOrderElementsOf(parties);
        assertThat(paires)
                .allMatch(paire -> paire.avant().partie().equals(paire.apres().partie()));
        assertThat(paires.subList(0, apres.size())).extracting(Paire::apres).isEqualTo(apres);
        assertThat(paires.stream().map(Paire::avant).filter(ligne -> noms(avant).contains(ligne.partie())))
                .containsExactlyInAnyOrderElementsOf(avant);
    }

    @Property(tries = 200)
    void une_reponse_ne_differe_pas_d_elle_meme(@ForAll("reponses") List<LigneDeReponse> reponse) {
        assertThat(LigneDeReponse.apparier(reponse, reponse)).noneMatch(Paire::change);
    }

    /** Des parties de noms différents, dans un ordre quelconque. */
    @Provide
    Arbitrary<List<LigneDeReponse>> reponses() {
        var noms = Arbitraries.of("nom", "prenom", "courriel", "telephone", "fonction")
                .list()
                .uniqueElements()
                .ofMaxSize(5);
        var textes = Arbitraries.of("", "a", "b").list().ofSize(5);
        return Combinators.combine(noms, textes).as((parties, ecrits) -> {
            var lignes = new ArrayList<LigneDeReponse>();
            for (var i = 0; i < parties.size(); i++) {
                lignes.add(ecrits.get(i).isEmpty() ? ligne(parties.get(i)) : ligne(parties.get(i), ecrits.get(i)));
            }
            return lignes;
        });
    }

    private static List<String> noms(List<LigneDeReponse> lignes) {
        return lignes.stream().map(LigneDeReponse::partie).toList();
    }

    private static LigneDeReponse ligne(String partie, String... textes) {
        return new LigneDeReponse(partie, Message.brut(partie), List.of(textes));
    }
}
