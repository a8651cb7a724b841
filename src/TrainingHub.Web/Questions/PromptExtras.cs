namespace TrainingHub.Questions;

/// <summary>What some kinds of question show beside stem and options, as stored.</summary>
internal sealed record PromptExtras
{
    public IReadOnlyList<string>? Targets { get; init; }
    public QuestionPicture? Picture { get; init; }
    public IReadOnlyList<QuestionPicture>? MorePictures { get; init; }
    public CaseStem? Case { get; init; }
    public int? MostCharacters { get; init; }
}
