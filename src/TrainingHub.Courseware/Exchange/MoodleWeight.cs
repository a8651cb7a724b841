using System.Globalization;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Weights of options in percent, as Moodle wants them: right ones together 100, wrong ones together -100, so that ticking all earns nothing.</summary>
internal static class MoodleWeight
{
    public static string Of(ForeignQuestion question, int option)
    {
        var isRight = question.Right.Contains(option);
        var count = isRight ? question.Right.Count : question.Options.Count - question.Right.Count;
        return Math.Round((isRight ? 100m : -100m) / count, 5).ToString("0.#####", CultureInfo.InvariantCulture);
    }
}
