-- Le texte dont vient une version, pour le relire et le reprendre ; les versions plus anciennes n'en ont pas.
alter table guichet_formulaire add column source text;
alter table guichet_version add column source text;
