using TrainingHub.Courseware;

namespace TrainingHub.Courses.Drafts;

/// <summary>What beginning a draft led to.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(Guid DraftId) : CreateOutcome;

    /// <summary>A field of the form is to be mended.</summary>
    /// <param name="Field">Name of the field.</param>
    /// <param name="Key">Of the text that says why.</param>
    public sealed record Refused(string Field, string Key) : CreateOutcome;

    /// <summary>The zip is not taken.</summary>
    public sealed record Unreadable(IReadOnlyList<Problem> Problems) : CreateOutcome;
}
