using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>Where a person stands with the check questions of a lesson.</summary>
public sealed record LessonStanding
{
    /// <summary>Questions of the lesson that may be asked today, in the author's order.</summary>
    public required IReadOnlyList<QuestionVersion> Pool { get; init; }

    /// <summary>Questions of the lesson that were answered rightly, in the author's order; some may no longer be asked.</summary>
    public required IReadOnlyList<QuestionVersion> Right { get; init; }

    /// <summary>Ids of questions on papers that the person is answering now.</summary>
    public required IReadOnlySet<string> Withheld { get; init; }

    /// <summary>Whether each answer since the last rest was right, the oldest first.</summary>
    public required IReadOnlyList<bool> SinceRest { get; init; }

    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<LessonRest> Rests { get; init; }

    /// <summary>
    /// The lesson's questions of today by the hash of every version that was asked or answered and that the same answer answers: an author who
    /// mended an explanation takes nothing away from who is in the middle.
    /// </summary>
    public required IReadOnlyDictionary<string, QuestionVersion> Today { get; init; }

    /// <summary>When the first question of the lesson was asked, UTC; null when none was.</summary>
    public required DateTime? FirstAskedAt { get; init; }

    /// <summary>All answers to what was asked.</summary>
    public required IReadOnlyList<ProofAnswer> Answers { get; init; }

    /// <summary>How many different questions have to be answered rightly.</summary>
    public int Asked => LessonProof.Asked(Known, Answers.Count(answer => !answer.IsRight), IsHasty);

    /// <summary>Whether the answers came faster than their questions can be read.</summary>
    public bool IsHasty => LessonProof.IsHasty(Answers);

    /// <summary>Whether enough is answered. A lesson none of whose questions holds cannot be finished until its author mends it.</summary>
    public bool IsProven => Asked > 0 && Right.Count >= Asked;

    /// <summary>Questions that can be put to the person now.</summary>
    public IReadOnlyList<QuestionVersion> Left => [.. Open.Where(question => !Withheld.Contains(question.Prompt.Id))];

    /// <summary>Whether questions are left, but all of them on an open paper.</summary>
    public bool IsHeldUp => Open.Any() && Left.Count == 0;

    /// <summary>The rest that goes on, by the server's clock; null when there is none.</summary>
    public LessonRest? RestAt(DateTime now) => Rests is [.., var last] && now < last.Until ? last : null;

    /// <summary>Until when the lesson may not be finished, and why; null when nothing keeps it.</summary>
    public LessonHold? HoldAt(DateTime now) =>
        FirstAskedAt is { } first && LessonProof.HoldOf(first, Known, Answers) is { } hold && now < hold.Until ? hold : null;

    /// <summary>Whether the lesson can be finished now.</summary>
    public bool MayFinishAt(DateTime now) => IsProven && HoldAt(now) is null;

    private int Known => Pool.UnionBy(Right, question => question.Hash, StringComparer.Ordinal).Count();

    private IEnumerable<QuestionVersion> Open => Pool.ExceptBy(Right.Select(question => question.Hash), question => question.Hash, StringComparer.Ordinal);
}
