namespace TrainingHub.Questions;

/// <summary>
/// The questions on papers that the current person is answering, and those of contests that they play in. A seam, because papers know questions and not
/// the other way round.
/// </summary>
public interface IOpenQuestions
{
    /// <summary>Ids of these questions and of their copies in other banks: their keys are not told before the paper is handed in.</summary>
    Task<IReadOnlyCollection<string>> IdsAsync(CancellationToken cancel);

    /// <summary>The same of somebody for whom work goes on in the background.</summary>
    Task<IReadOnlyCollection<string>> IdsOfAsync(Guid personId, CancellationToken cancel);
}
