package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acte.CodeDePaiement;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.ChampSaisi;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ce que l'on demande à la liste de travail, lu de l'adresse et récrit dans l'adresse : une liste filtrée se partage. Une
 * valeur illisible est comme absente.
 *
 * @param statut celui qu'attend le niveau du lecteur si l'adresse n'en dit rien ; vide pour tous
 * @param region imposée à qui n'en voit qu'une
 * @param assigne « moi », « personne » ou le compte d'un collègue ; vide pour tous
 * @param paiement où en est le paiement qu'a ouvert l'acceptation, donc d'une étape acceptée ; vide pour tous
 * @param consulte vrai pour ne voir que ce dont un avis est attendu de qui lit
 * @param tri « date », « -date », « nom » ou « -nom »
 */
record FiltreDeListe(
        String guichet,
        String etape,
        Optional<Statut> statut,
        Optional<Region> region,
        Optional<TypeCandidat> type,
        Optional<LocalDate> du,
        Optional<LocalDate> au,
        String assigne,
        boolean consulte,
        Optional<CodeDePaiement> paiement,
        String recherche,
        String tri,
        int taille) {

    static final List<Integer> TAILLES = List.of(25, 50, 100);
    static final String ADRESSE = "/instruction";
    static final String TOUS = "tous";
    static final String MOI = "moi";
    static final String PERSONNE = "personne";

    /** Ceux qu'un vérificateur peut choisir, dans l'ordre des onglets. */
    static final List<Statut> STATUTS = List.of(
            Statut.TRANSMIS_ARS, Statut.DEMANDE_MODIFICATION, Statut.TRANSMIS_ANS, Statut.ACCEPTE, Statut.REFUSE);

    /** Ceux d'un paiement en vigueur, dans leur ordre. */
    static final List<CodeDePaiement> PAIEMENTS =
            List.of(CodeDePaiement.A_VERSER, CodeDePaiement.AVANCE_VERSEE, CodeDePaiement.PAYE);

    /** Dans une vue enregistrée ou une adresse gardée du temps où ce statut avait deux noms. */
    private static final String ACCEPTE_PAR_L_ARS = "valide_ars";

    static final List<String> TRIS = List.of("date", "-date", "nom", "-nom");

    static FiltreDeListe lire(Connecte qui, Map<String, String> adresse) {
        var etat = adresse.getOrDefault("etat", "");
        var paiement = paiement(adresse.getOrDefault("paiement", ""));
        var statut = paiement.isPresent()
                ? Optional.of(Statut.ACCEPTE)
                : etat.equals(TOUS) ? Optional.<Statut>empty() : statut(etat).or(() -> attendu(qui));
        var tri = adresse.getOrDefault("tri", adresse.getOrDefault("ordre", ""));
        return new FiltreDeListe(
                texte(adresse.getOrDefault("guichet", "")),
                texte(adresse.getOrDefault("etape", "")),
                statut,
                region(qui.perimetre(), adresse.getOrDefault("region", "")),
                enumere(TypeCandidat.values(), adresse.getOrDefault("type", "")),
                ChampSaisi.jour(adresse.getOrDefault("du", "")),
                ChampSaisi.jour(adresse.getOrDefault("au", "")),
                assigne(adresse.getOrDefault("assigne", "")),
                adresse.getOrDefault("avis", "").equals(MOI),
                paiement,
                texte(adresse.getOrDefault("q", "")),
                TRIS.contains(tri) ? tri : triOrdinaire(statut, qui),
                taille(adresse.getOrDefault("taille", "")));
    }

    /** Ce qui attend ce vérificateur ; vide pour qui ne vérifie rien. */
    static Optional<Statut> attendu(Connecte qui) {
        return qui.role().niveau().map(Statut::transmis);
    }

    boolean parDate() {
        return tri.endsWith("date");
    }

    boolean decroissant() {
        return tri.startsWith("-");
    }

    /** Vrai quand les compteurs, tenus par guichet, étape et région, disent le total de cette liste. */
    boolean compte() {
        return assigne.isEmpty()
                && !consulte
                && paiement.isEmpty()
                && type.isEmpty()
                && du.isEmpty()
                && au.isEmpty()
                && recherche.isEmpty();
    }

    /** Vrai de ce qui peut être rare ou courant : aucun plan ne vaut pour les deux. */
    boolean rare() {
        return assigne.equals(PERSONNE) || paiement.isPresent();
    }

    /** Les paramètres de l'adresse, sans la page ; ce qui est vide n'y est pas. */
    Map<String, String> parametres(boolean national) {
        var parametres = new LinkedHashMap<String, String>();
        parametres.put("etat", code(statut));
        parametres.put("q", recherche);
        parametres.put("guichet", guichet);
        parametres.put("etape", etape);
        parametres.put("region", national ? region.map(Region::code).orElse("") : "");
        parametres.put("type", type.map(Enum::name).orElse(""));
        parametres.put("du", du.map(LocalDate::toString).orElse(""));
        parametres.put("au", au.map(LocalDate::toString).orElse(""));
        parametres.put("assigne", assigne);
        parametres.put("avis", consulte ? MOI : "");
        parametres.put("paiement", paiement.map(FiltreDeListe::code).orElse(""));
        parametres.put("tri", tri);
        parametres.put("taille", String.valueOf(taille));
        parametres.values().removeIf(String::isEmpty);
        return parametres;
    }

    String adresse(boolean national, Map<String, String> autres) {
        var parametres = new LinkedHashMap<>(parametres(national));
        parametres.putAll(autres);
        parametres.values().removeIf(String::isEmpty);
        var adresse = UriComponentsBuilder.fromPath(ADRESSE);
        parametres.keySet().forEach(nom -> adresse.queryParam(nom, "{" + nom + "}"));
        return adresse.encode().buildAndExpand(parametres).toUriString();
    }

    /** La page où se lit la ligne que celles-ci précèdent : la première si elle y est, sinon celle qui commence par elle. */
    Map<String, String> page(List<LigneDeListe> avant) {
        return avant.size() < taille
                ? Map.of()
                : Map.of("apres", avant.getLast().rang());
    }

    /** Cette liste et où l'on en est, tel que la page d'un dossier le redit. */
    String position(boolean national, String rang) {
        var adresse = adresse(national, Map.of("apres", rang));
        return adresse.substring(adresse.indexOf('?') + 1);
    }

    /** La même, une ligne à la fois. */
    FiltreDeListe uneSeule() {
        return new FiltreDeListe(
                guichet, etape, statut, region, type, du, au, assigne, consulte, paiement, recherche, tri, 1);
    }

    static String code(Optional<Statut> statut) {
        return statut.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(TOUS);
    }

    static String code(CodeDePaiement paiement) {
        return paiement.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<CodeDePaiement> paiement(String code) {
        return PAIEMENTS.stream()
                .filter(paiement -> code(paiement).equals(code))
                .findFirst();
    }

    private static Optional<Statut> statut(String code) {
        return code.equals(ACCEPTE_PAR_L_ARS)
                ? Optional.of(Statut.ACCEPTE)
                : enumere(Statut.values(), code.toUpperCase(Locale.ROOT)).filter(STATUTS::contains);
    }

    /** Ce qui attend se traite dans l'ordre d'arrivée ; le reste se consulte du plus récent au plus ancien. */
    private static String triOrdinaire(Optional<Statut> statut, Connecte qui) {
        return statut.isPresent() && statut.equals(attendu(qui)) ? "date" : "-date";
    }

    private static String assigne(String texte) {
        return List.of(MOI, PERSONNE).contains(texte) || compte(texte).isPresent() ? texte : "";
    }

    /** Celui dont on veut les dossiers ; vide quand ce n'est pas ceux de quelqu'un. */
    Optional<UUID> charge(Connecte qui) {
        return assigne.equals(MOI) ? Optional.of(qui.compte()) : compte(assigne);
    }

    private static Optional<UUID> compte(String texte) {
        try {
            return texte.length() == 36 ? Optional.of(UUID.fromString(texte)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String texte(String saisi) {
        return FormeNormale.ligne(saisi);
    }

    private static Optional<Region> region(Perimetre perimetre, String code) {
        return switch (perimetre) {
            case Perimetre.Regional(var region) -> Optional.of(region);
            case Perimetre.National _, Perimetre.Aucun _ -> Region.lire(code).siLue();
        };
    }

    private static int taille(String texte) {
        return TAILLES.stream()
                .filter(taille -> taille.toString().equals(texte))
                .findFirst()
                .orElse(TAILLES.getFirst());
    }

    private static <E extends Enum<E>> Optional<E> enumere(E[] valeurs, String nom) {
        return Arrays.stream(valeurs)
                .filter(valeur -> valeur.name().equals(nom))
                .findFirst();
    }
}
