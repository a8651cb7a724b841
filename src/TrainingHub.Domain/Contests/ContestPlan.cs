using TrainingHub.Contests.Stage;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>From what the questions of a contest are drawn: kinds that a hall answers with a few letters.</summary>
public sealed record ContestPlan
{
    public const int MostQuestions = 100;
    public const int LongestTag = 60;

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Whether from the banks of the unit and those above it as well.</summary>
    public bool UsesBank { get; init; }

    /// <summary>单选题, from 0.</summary>
    public int Single { get; init; }

    /// <summary>多选题, from 0.</summary>
    public int Multiple { get; init; }

    /// <summary>判断题, from 0.</summary>
    public int TrueFalse { get; init; }

    /// <summary>Of any of these kinds, from 0: the questions of a stage.</summary>
    public int Any { get; init; }

    /// <summary>Tag or knowledge point that all of them bear; null: any.</summary>
    public string? Tag { get; init; }

    public int Questions => Single + Multiple + TrueFalse + Any;

    public bool IsSound => Questions >= 1 && Questions - Any <= MostQuestions && Any is >= 0 and <= StageTerms.MostQuestions && Single >= 0 && Multiple >= 0 && TrueFalse >= 0 && (UsesBank || Courses.Count > 0);

    /// <summary>
    /// What of the sources a hall may be asked: what may be practised, whether or not it stands on papers too. A hall is told every key, so what is kept
    /// for examinations is never among it.
    /// </summary>
    public static IEnumerable<PaperCandidate> Playable(IEnumerable<PaperCandidate> candidates) => candidates
        .Where(one => one.Question.MayBePractised && one.Question.Prompt.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse)
        .Select(one => one with { Question = new QuestionVersion(one.Question.Prompt, one.Question.Key, QuestionUse.Both, one.Question.Difficulty) { Tags = one.Question.Tags } });

    /// <summary>The same as a paper is drawn by. Points of a contest are another matter.</summary>
    public PaperPlan ToPaperPlan() => new()
    {
        Sections = [.. new (QuestionKind?, int)[] { (QuestionKind.Single, Single), (QuestionKind.Multiple, Multiple), (QuestionKind.TrueFalse, TrueFalse), (null, Any) }
            .Where(part => part.Item2 > 0).Select(part => new PaperSection(new PaperFilter { Kind = part.Item1, Tag = Tag }, part.Item2, 1))],
    };
}
