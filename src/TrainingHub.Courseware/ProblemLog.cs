namespace TrainingHub.Courseware;

/// <summary>Collects what is wrong, so that an author sees everything at once.</summary>
internal sealed class ProblemLog
{
    private readonly HashSet<Problem> problems = [];
    private readonly Dictionary<ProblemSeverity, (int Listed, int Left)> counts = [];

    /// <summary>How many errors were named so far: whoever reads a part sees whether it was sound.</summary>
    public int Errors => counts.TryGetValue(ProblemSeverity.Error, out var found) ? found.Listed + found.Left : 0;

    public bool HasErrors => counts.ContainsKey(ProblemSeverity.Error);

    public IReadOnlyList<Problem> Sorted =>
    [
        .. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.What, StringComparer.Ordinal),
        .. counts.Where(count => count.Value.Left > 0).OrderByDescending(count => count.Key).Select(count => Left(count.Key, count.Value.Left)),
    ];

    public void Error(Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend) =>
        Add(ProblemSeverity.Error, place, code, what, mend);

    public void Warning(Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend) =>
        Add(ProblemSeverity.Warning, place, code, what, mend);

    private void Add(
        ProblemSeverity severity, Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend) =>
        Keep(new Problem
        {
            Severity = severity,
            Code = code,
            File = place.File,
            Line = place.Line ?? 1,
            What = what.Chinese,
            WhatEn = what.English,
            HowToMend = mend.Chinese,
            HowToMendEn = mend.English,
        });

    private void Keep(Problem problem)
    {
        var (listed, left) = counts.GetValueOrDefault(problem.Severity);
        counts[problem.Severity] = listed == CourseLimits.Problems ? (listed, left + 1) : problems.Add(problem) ? (listed + 1, left) : (listed, left);
    }

    /// <summary>A file made to be wrong in every line would otherwise fill the page that lists it.</summary>
    private static Problem Left(ProblemSeverity severity, int count) => new()
    {
        Severity = severity,
        Code = "problems-too-many",
        File = "",
        Line = 1,
        What = $"还有{count:#,0}处没有列出。",
        WhatEn = $"{count:#,0} more are not listed.",
        HowToMend = "先改正上面列出的。",
        HowToMendEn = "Mend those above first.",
    };
}
