namespace TrainingHub.People;

public sealed record MappingForm(Position Position, IReadOnlyList<PositionMapping> History, MappingInput Input);
