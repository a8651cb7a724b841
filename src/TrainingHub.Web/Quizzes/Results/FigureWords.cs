using Microsoft.Extensions.Localization;

namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes, as lines of a table.</summary>
public sealed class FigureWords(IStringLocalizer<ResultsText> text)
{
    /// <summary>Each sum is followed by its parts.</summary>
    public IReadOnlyList<(string Name, int People)> LinesOf(LiveFigures live) =>
    [
        .. live.Expected is { } expected
            ? [(text["Expected"], expected.All), (Part("ExpectedStarted"), expected.Started), (Part("AbsentCount"), expected.Absent), (Part("Otherwise"), expected.Otherwise)]
            : Array.Empty<(string, int)>(),
        (text["Started"], live.Started),
        (Part("FirstTime"), live.FirstTime),
        (Part("HandedIn"), live.HandedIn),
        (text["HandedIn"], live.HandedIn),
        (Part("PassedCount"), live.Passed),
        (Part("NotPassedCount"), live.NotPassed),
        (Part("WaitingCount"), live.Waiting),
        (text["OpenCount"], live.Open),
    ];

    private string Part(string key) => text["Part", text[key].Value];
}
