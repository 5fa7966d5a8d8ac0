-- Une personne se trouve quelle que soit la façon d'écrire son nom : sans accents, capitales, apostrophes ni espaces, comme
-- la forme normale de Mots, mots serrés. Ce qui se cherche d'un compte fait une ligne par champ ; le prénom suit aussi le
-- nom, qui les cherche dans cet ordre. L'expression ne dépend ni de la langue de la base ni d'un dictionnaire.
create function compte_cherche(prenom text, nom text, nom_utilisateur text, courriel text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(
        lower(normalize(replace(replace(replace(replace(
            prenom || nom || prenom || E'\n' || nom_utilisateur || E'\n' || courriel,
            'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), nfkd) collate "C"),
        E'[^a-z0-9\n]+', '', 'g');
