using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>Small decisions on how a quiz is told.</summary>
public static class QuizWords
{
    /// <summary>The English title for readers of English.</summary>
    public static string InLanguage(string chinese, string english) =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) && english.Length > 0 ? english : chinese;

    /// <summary>The least whole points that reach the pass mark: rounded up, 80 % of 99 points are 80.</summary>
    public static int PassPoints(int passPercent, int fullPoints) => (fullPoints * passPercent + 99) / 100;

    /// <summary>The word for an item's rule.</summary>
    public static string RuleKey(QuestionKind kind, ScoreRule rule) => (kind, rule) switch
    {
        (QuestionKind.Single or QuestionKind.TrueFalse, _) => "Rule_Right",
        (QuestionKind.Written, _) => "Rule_Marked",
        (_, ScoreRule.AllOrNothing) => "Rule_AllOrNothing",
        (QuestionKind.Multiple, _) => "Rule_Partial_Multiple",
        (QuestionKind.Hotspot, _) => "Rule_Partial_Hotspot",
        (QuestionKind.Ordering, _) => "Rule_Partial_Ordering",
        (QuestionKind.Judgement, _) => "Rule_Partial_Judgement",
        _ => "Rule_Partial",
    };

    /// <summary>Time left in seconds, to the millisecond, never below 0.</summary>
    public static double SecondsLeft(DateTime deadline, DateTime now) => Math.Max(0, Math.Round((deadline - now).TotalSeconds, 3));

    /// <summary>Seconds as the head of the paper shows them: 23:41. Part seconds are dropped, so that never more is shown than is left.</summary>
    public static string Clock(double secondsLeft)
    {
        var seconds = (int)secondsLeft;
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:00}:{seconds % 60:00}");
    }
}
