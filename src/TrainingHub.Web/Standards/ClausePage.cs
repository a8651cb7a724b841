namespace TrainingHub.Standards;

/// <summary>One clause to read, with what became of it and what is taught from it.</summary>
/// <param name="Row">The edition it stands in.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Previous">The clause before it in the document; null for the first.</param>
/// <param name="Following">The clause after it; null for the last.</param>
/// <param name="Standing">Whether it still holds.</param>
/// <param name="Successor">The edition that stands in the place of this one; null while it is in force.</param>
/// <param name="Fate">What that edition made of the clause; null while this one is in force.</param>
/// <param name="Uses">What rests on it.</param>
public sealed record ClausePage(
    StandardRow Row, Clause Clause, Clause? Previous, Clause? Following, ClauseStanding Standing, StandardEdition? Successor, ClauseChange? Fate, ClauseUses Uses);
