using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>What every question needs, whatever file it comes from.</summary>
internal static partial class ForeignRule
{
    private const int LongestWord = 200;

    public static void Check(ForeignDraft draft)
    {
        if (draft.Stem.Length is 0)
        {
            draft.Note(ForeignFault.StemMissing);
        }
        else if (draft.Stem.Length > QuestionRule.LongestText)
        {
            draft.Note(ForeignFault.StemTooLong);
        }

        if (draft.Explanation.Length > QuestionRule.LongestText || draft.Source.Length > BankQuestion.LongestSource
            || draft.Tags.Concat(draft.Points).Any(tag => tag.Length > BankTag.LongestName) || draft.Tags.Count > BankTag.Most || draft.Points.Count > BankTag.Most)
        {
            draft.Note(ForeignFault.TextTooLong);
        }

        switch (draft.Kind)
        {
            case QuestionKind.Single or QuestionKind.Multiple:
                CheckOptions(draft, QuestionRule.FewestOptions, QuestionRule.MostChoices);
                CheckRight(draft);
                break;
            case QuestionKind.TrueFalse:
                draft.Options.Clear();
                Demand(draft, draft.Right is [0] or [1] || draft.HasBadAnswer, ForeignFault.AnswerMissing);
                break;
            case QuestionKind.FillIn:
                CheckBlanks(draft);
                break;
            case QuestionKind.Ordering:
                CheckOptions(draft, QuestionRule.FewestOptions, QuestionRule.MostParts);
                break;
            case QuestionKind.Matching:
                CheckPairs(draft);
                break;
            case QuestionKind.Hotspot:
                CheckPlaces(draft);
                break;
            case QuestionKind.Judgement:
                CheckLevel(draft);
                break;
            case QuestionKind.Written:
                CheckRubric(draft);
                break;
            default:
                draft.NoteOnce(ForeignFault.KindUnknown);
                break;
        }

        if (draft.Explanation.Length is 0)
        {
            draft.Note(ForeignFault.ExplanationMissing);
        }

        if (draft.Basis.Length is 0)
        {
            draft.Note(ForeignFault.BasisMissing);
        }
        else if (!BasisText.IsExact(draft.Basis))
        {
            draft.Note(ForeignFault.BasisUnclear, draft.Basis);
        }
    }

    private static void CheckOptions(ForeignDraft draft, int least, int most)
    {
        Demand(draft, draft.Options.Count >= least, ForeignFault.OptionsMissing);
        Demand(draft, draft.Options.Count <= most, ForeignFault.OptionsTooMany);
        Demand(draft, !draft.Options.Exists(option => option.Length is 0), ForeignFault.OptionEmpty);
        Demand(draft, Math.Max(draft.Options.Sum(option => option.Length), draft.Targets.Sum(target => target.Length)) <= QuestionRule.LongestOptions, ForeignFault.TextTooLong);
        if (draft.Options.GroupBy(option => option, StringComparer.Ordinal).FirstOrDefault(same => same.Key.Length > 0 && same.Skip(1).Any()) is { } repeated)
        {
            draft.Note(ForeignFault.OptionRepeated, repeated.Key);
        }
    }

    private static void CheckRight(ForeignDraft draft)
    {
        var right = draft.Right.Distinct().ToList();
        if (right.Exists(option => option < 0 || option >= draft.Options.Count))
        {
            draft.NoteOnce(ForeignFault.AnswerOutOfRange);
            draft.Right.Clear();
        }
        else if (right.Count is 0 && !draft.HasBadAnswer)
        {
            draft.Note(ForeignFault.AnswerMissing);
        }
        else if (draft.Kind is QuestionKind.Single && right.Count > 1)
        {
            draft.Note(ForeignFault.AnswerNotOne);
        }
        else if (draft.Kind is QuestionKind.Multiple && right.Count is 1)
        {
            draft.Note(ForeignFault.AnswerTooFew);
        }
    }

    private static void CheckBlanks(ForeignDraft draft)
    {
        // A text with one gap that is not written out has it at its end.
        if (draft.Blanks.Count is 1 && Gap().Count(draft.Stem) is 0 && draft.Stem.Length > 0)
        {
            draft.Stem += ForeignDraft.Blank;
        }

        Demand(draft, draft.Blanks.Count is > 0 and <= QuestionRule.MostBlanks && draft.Blanks.TrueForAll(blank => blank.Value is not null || blank.Accepted.Count > 0), ForeignFault.AnswerMissing);
        Demand(draft, draft.Blanks.Count is 0 || Gap().Count(draft.Stem) == draft.Blanks.Count, ForeignFault.BlankCount);
        Demand(draft, draft.Blanks.TrueForAll(blank => blank.Accepted.Concat(blank.Units).All(word => word.Length <= LongestWord)), ForeignFault.TextTooLong);
    }

    private static void CheckPairs(ForeignDraft draft)
    {
        Demand(draft, draft.Options.Count >= 2 && draft.Targets.Count >= 2 && draft.Pairs.Count == draft.Options.Count, ForeignFault.PairsMissing);
        Demand(draft, !draft.Targets.Exists(target => target.Length is 0), ForeignFault.OptionEmpty);
        Demand(draft, draft.Targets.Count <= QuestionRule.MostParts, ForeignFault.OptionsTooMany);
        CheckOptions(draft, 0, QuestionRule.MostParts);
    }

    // A picture or a place that was not taken has been named already.
    private static void CheckPlaces(ForeignDraft draft)
    {
        CheckOptions(draft, QuestionRule.FewestOptions, QuestionRule.MostParts);
        CheckRight(draft);
        Demand(draft, draft.Zones.TrueForAll(zone => zone.Corners.Count is >= 3 and <= QuestionRule.MostCorners), ForeignFault.ZoneUnreadable);
    }

    // The clauses to choose from may be left out; what is no hazard breaks none.
    private static void CheckLevel(ForeignDraft draft)
    {
        CheckOptions(draft, draft.Options.Count is 0 ? 0 : QuestionRule.FewestOptions, QuestionRule.MostParts);
        Demand(draft, draft.Level is not null && (draft.Level is not HazardLevel.None || draft.Right.Count is 0), ForeignFault.LevelMissing);
        if (draft.Right.Count > 0 || (draft.Options.Count > 0 && draft.Level is HazardLevel.Major or HazardLevel.General))
        {
            CheckRight(draft);
        }
    }

    private static void CheckRubric(ForeignDraft draft)
    {
        if (draft.Rubric.Count is 0)
        {
            draft.Rubric.Add(new RubricLine("要点齐全，表述正确", 1));
            draft.Note(ForeignFault.RubricAssumed);
        }

        Demand(draft, draft.Rubric.Count <= QuestionRule.MostRubricLines && draft.Rubric.TrueForAll(line => line.Text.Length is > 0 and <= 1000 && line.Weight is > 0 and <= 100), ForeignFault.RubricMissing);
    }

    private static void Demand(ForeignDraft draft, bool holds, ForeignFault otherwise)
    {
        if (!holds)
        {
            draft.NoteOnce(otherwise);
        }
    }

    [GeneratedRegex("_{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Gap();
}
