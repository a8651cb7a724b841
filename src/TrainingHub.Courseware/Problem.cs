namespace TrainingHub.Courseware;

/// <summary>Something wrong with a course's files, and how its author mends it.</summary>
public sealed record Problem
{
    public required ProblemSeverity Severity { get; init; }

    /// <summary>Stable name of the rule: <c>answer-out-of-range</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Path from the folder of all courses, with forward slashes: <c>fire/lessons/01-doors.md</c>.</summary>
    public required string File { get; init; }

    /// <summary>From 1; 1 when the problem is of the file or folder as a whole.</summary>
    public required int Line { get; init; }

    public required string What { get; init; }

    public required string WhatEn { get; init; }

    public required string HowToMend { get; init; }

    public required string HowToMendEn { get; init; }

    /// <summary>File, line, what, how to mend and the code, in Chinese: one line for a console.</summary>
    public override string ToString() => $"{File}:{Line}: {What} — {HowToMend} [{Code}]";
}
