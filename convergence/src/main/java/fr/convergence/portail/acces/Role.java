package fr.convergence.portail.acces;

import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.identifiant.Region;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ce que l'on est sur le portail ; les libellés se lisent dans {@code acces.role.*}. */
public enum Role {
    REFERENT(null, false),
    ARS(Niveau.ARS, true),
    ANS(Niveau.ANS, false),
    OPERATEUR(null, false);

    private final @Nullable Niveau niveau;
    private final boolean regional;

    Role(@Nullable Niveau niveau, boolean regional) {
        this.niveau = niveau;
        this.regional = regional;
    }

    /** Celui auquel ce rôle décide ; vide s'il n'instruit pas. */
    public Optional<Niveau> niveau() {
        return Optional.ofNullable(niveau);
    }

    /** Vrai si chaque compte de ce rôle n'instruit que sa région. */
    public boolean regional() {
        return regional;
    }

    /**
     * Ce que voit un compte de ce rôle.
     *
     * @param region code INSEE de celle du compte ; absent ou vide s'il n'en a pas
     * @throws IllegalArgumentException si le rôle veut une région que le compte n'a pas
     */
    public Perimetre perimetre(@Nullable String region) {
        return perimetre(Region.lire(region).siLue().orElse(null));
    }

    /** @param region celle du compte, s'il en a une */
    public Perimetre perimetre(@Nullable Region region) {
        if (niveau == null) {
            return new Perimetre.Aucun();
        }
        if (!regional) {
            return new Perimetre.National();
        }
        if (region == null) {
            throw new IllegalArgumentException("Un vérificateur régional a une région");
        }
        return new Perimetre.Regional(region);
    }

    /**
     * À quel titre on écrit à un compte de ce rôle : ce qui l'attendait à un titre perdu n'est plus pour lui (NOT-4).
     *
     * @param region celle du compte, ou du dossier dont on lui écrit
     */
    public String titre(@Nullable Region region) {
        return regional && region != null ? name() + "/" + region.code() : name();
    }

    /** L'équipe se connecte sur sa propre page, avec un second facteur matériel. */
    public boolean equipe() {
        return this != REFERENT;
    }

    /** Où travaille ce rôle : c'est là que mène une connexion qui n'allait nulle part. */
    public String espace() {
        return switch (this) {
            case REFERENT -> "/tableau-de-bord";
            case ARS, ANS -> "/instruction";
            case OPERATEUR -> "/administration";
        };
    }

    /** Qui a l'un de ces rôles. */
    public static Predicate<PersonneConnectee> parmi(Role... roles) {
        var admis = Set.of(roles);
        return qui -> admis.contains(((Connecte) qui).role());
    }

    public String cle() {
        return "acces.role." + name().toLowerCase();
    }
}
