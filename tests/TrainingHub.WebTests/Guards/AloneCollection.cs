namespace TrainingHub.WebTests.Guards;

/// <summary>Tests that build: nothing else of this project runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
