package fr.convergence.portail.fournee;

import fr.convergence.portail.fournee.Fournees.Resume;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;

/** Les dernières fournées de la personne connectée, du plus récent au plus ancien. */
public record FourneesPage(List<Fournee> fournees) implements Page {

    public record Fournee(String adresse, Instant demandeLe, int etapes, int acceptees, int refusees) {}

    static FourneesPage de(List<Resume> resumes) {
        return new FourneesPage(resumes.stream()
                .map(resume -> new Fournee(
                        "/instruction/fournees/" + resume.id(),
                        resume.demandeLe(),
                        resume.etapes(),
                        resume.acceptees(),
                        resume.refusees()))
                .toList());
    }
}
