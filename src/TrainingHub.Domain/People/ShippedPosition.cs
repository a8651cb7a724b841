namespace TrainingHub.People;

/// <summary>An entry of the catalogue that comes with the application. Ids are fixed, so that every installation agrees on them; <paramref name="Aliases"/> are other spellings that rosters use, not folded.</summary>
public sealed record ShippedPosition(Guid Id, Guid MappingId, string Code, CorePosition Core, string Name, string NameEn, IReadOnlyList<string> Aliases);
