namespace TrainingHub.Standards;

/// <summary>The form that ends an edition, with what it ends.</summary>
public sealed record EndingPage(StandardPage Standard, EndingInput Input);
