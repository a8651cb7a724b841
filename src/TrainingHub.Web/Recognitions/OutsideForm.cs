namespace TrainingHub.Recognitions;

/// <param name="Found">Whom the name finds.</param>
public sealed record OutsideForm(OutsideInput Input, OutsideChoices Choices, IReadOnlyList<OutsidePeople.Known> Found);
