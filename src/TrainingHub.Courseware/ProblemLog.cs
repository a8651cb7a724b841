namespace TrainingHub.Courseware;

/// <summary>Collects what is wrong, so that an author sees everything at once.</summary>
internal sealed class ProblemLog
{
    private readonly HashSet<Problem> problems = [];

    public bool HasErrors => problems.Any(problem => problem.Severity is ProblemSeverity.Error);

    public IReadOnlyList<Problem> Sorted =>
    [
        .. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.What, StringComparer.Ordinal),
    ];

    public void Error(Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend) =>
        Add(ProblemSeverity.Error, place, code, what, mend);

    public void Warning(Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend) =>
        Add(ProblemSeverity.Warning, place, code, what, mend);

    private void Add(
        ProblemSeverity severity, Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend) =>
        problems.Add(new Problem
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
}
