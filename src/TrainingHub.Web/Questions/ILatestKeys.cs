namespace TrainingHub.Questions;

/// <summary>Tells how question versions are graded since their keys were corrected last, in whichever quiz. Whoever corrects keys answers it.</summary>
public interface ILatestKeys
{
    /// <summary>The same question versions with the keys that were corrected last.</summary>
    /// <param name="shown">As they were published, by hash.</param>
    /// <param name="cancel">Ends it.</param>
    Task<IReadOnlyDictionary<string, QuestionVersion>> OverAsync(IReadOnlyDictionary<string, QuestionVersion> shown, CancellationToken cancel);
}
