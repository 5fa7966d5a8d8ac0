// Un formulaire qui ne demande rien à la personne part dès que la page est là ; sans script, son bouton l'envoie.
document.querySelector("form[data-aussitot]")?.requestSubmit();
