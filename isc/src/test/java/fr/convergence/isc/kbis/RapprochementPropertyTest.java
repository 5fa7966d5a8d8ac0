package fr.convergence.isc.kbis;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** La comparaison des noms ne dépend pas de leur écriture, et ne confond personne (ISC-4). */
@Tag("ISC-4")
class RapprochementPropertyTest {

    @Property
    void l_ecriture_ne_change_rien(@ForAll("prenoms") List<String> prenoms, @ForAll("noms") String nom) {
        var inscrit = NomLu.separe(nom.toUpperCase(Locale.ROOT), Optional.empty(), String.join(", ", prenoms));
        var prenom = prenoms.getFirst();

        for (var ecriture : List.of(
                prenom,
                prenom.toUpperCase(Locale.ROOT),
                prenom.toLowerCase(Locale.ROOT),
                sansAccents(prenom),
                Normalizer.normalize(prenom, Normalizer.Form.NFD),
                prenom.replace('-', ' '),
                prenom.replace('-', '\u2011'),
                String.join(" ", prenoms))) {
            assertThat(new Rapprochement(ecriture, nom).avec(inscrit)).isEqualTo(Ressemblance.RECONNU);
            assertThat(new Rapprochement(ecriture, sansAccents(nom).replace('-', ' ')).avec(inscrit))
                    .isEqualTo(Ressemblance.RECONNU);
        }
    }

    @Property
    void chacun_de_ses_prenoms_suffit(@ForAll("prenoms") List<String> prenoms, @ForAll("noms") String nom) {
        var inscrit = NomLu.separe(nom, Optional.empty(), String.join(", ", prenoms));

        assertThat(prenoms)
                .allSatisfy(prenom ->
                        assertThat(new Rapprochement(prenom, nom).avec(inscrit)).isEqualTo(Ressemblance.RECONNU));
    }

    @Property
    void tout_en_capitales_le_nom_d_abord_se_retrouve(
            @ForAll("prenoms") List<String> prenoms, @ForAll("noms") String nom) {
        var entier = sansAccents(nom + " " + String.join(" ", prenoms)).toUpperCase(Locale.ROOT);

        assertThat(new Rapprochement(prenoms.getFirst(), nom).avec(new NomLu(entier, Optional.empty(), "", true)))
                .isEqualTo(Ressemblance.RECONNU);
    }

    @Property
    void un_autre_nom_ou_un_autre_prenom_n_est_jamais_reconnu(
            @ForAll("lettres") String prenom,
            @ForAll("lettres") String nom,
            @ForAll("lettres") String autrePrenom,
            @ForAll("lettres") String autreNom) {
        var inscrit = NomLu.separe(autreNom, Optional.empty(), autrePrenom);
        Assume.that(!Plis.mots(prenom).equals(Plis.mots(autrePrenom))
                || !Plis.mots(nom).equals(Plis.mots(autreNom)));

        assertThat(new Rapprochement(prenom, nom).avec(inscrit)).isNotEqualTo(Ressemblance.RECONNU);
    }

    @Property
    void une_lettre_d_un_autre_alphabet_n_est_jamais_reconnue(
            @ForAll("lettres") String prenom, @ForAll("lettres") String nom, @ForAll("ailleurs") char lettre) {
        var inscrit = NomLu.separe(nom, Optional.empty(), prenom);

        assertThat(new Rapprochement(prenom + lettre, nom).avec(inscrit)).isEqualTo(Ressemblance.DOUTEUX);
        assertThat(new Rapprochement(prenom, lettre + nom).avec(inscrit)).isEqualTo(Ressemblance.DOUTEUX);
    }

    @Property
    void n_importe_quoi_se_compare_sans_echouer(@ForAll String prenom, @ForAll String nom, @ForAll String inscrit) {
        for (var separe : List.of(true, false)) {
            var lu = new NomLu(inscrit, Optional.of(prenom), separe ? nom : "", separe);
            assertThat(new Rapprochement(prenom, nom).avec(lu)).isNotNull();
        }
    }

    @Property
    void n_importe_quel_texte_se_lit_sans_echouer(@ForAll String debut, @ForAll String suite) {
        var texte = "Extrait Kbis RCS\n" + debut + "\nGESTION, DIRECTION\nPrésident " + suite + "\nNom : " + debut;

        assertThat(LireKbis.dans(texte)).isInstanceOf(LectureDeKbis.Lu.class);
    }

    @Example
    void un_article_fait_partie_du_nom() {
        var leRoux = NomLu.separe("LE ROUX", Optional.empty(), "Anne");

        assertThat(new Rapprochement("Anne", "Roux").avec(leRoux)).isEqualTo(Ressemblance.DOUTEUX);
        assertThat(new Rapprochement("Anne", "La Roux").avec(leRoux)).isNotEqualTo(Ressemblance.RECONNU);
        assertThat(new Rapprochement("Anne", "Leroux").avec(leRoux)).isEqualTo(Ressemblance.RECONNU);
    }

    @Provide
    Arbitrary<List<String>> prenoms() {
        return Arbitraries.of("Jean", "Anne-Marie", "Élise", "Zoë", "Œdipe", "François-Xavier", "Léa", "Noël", "Maël")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> noms() {
        return Arbitraries.of(
                "Durand",
                "Le Goff",
                "d'Hauteville",
                "de La Tour",
                "Müller",
                "N'Guyen",
                "Garcia-Lopez",
                "Bœuf",
                "du Bois");
    }

    @Provide
    Arbitrary<String> lettres() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(9);
    }

    @Provide
    Arbitrary<Character> ailleurs() {
        return Arbitraries.of('а', 'о', 'ο', 'я', '李', 'ب', 'א');
    }

    private static String sansAccents(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
