using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TrainingHub.Courseware;

namespace TrainingHub.Courses;

/// <summary><c>TrainingHub.Web courses lint [--json] [FOLDER]</c>: checks the folder of courses without starting the application.</summary>
internal static class CoursesLint
{
    // Read by people as well as by programs; nothing of it goes into a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>0 when every course can be published, else 1.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var folder = arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? Path.Combine(AppContext.BaseDirectory, "courses");
        var courses = CoursesReader.Inspect(folder);
        if (arguments.Contains("--json", StringComparer.Ordinal))
        {
            Console.WriteLine(JsonSerializer.Serialize(courses.Select(Report), Json));
        }
        else
        {
            foreach (var course in courses)
            {
                Print(course);
            }
        }

        return courses.Any(IsRefused) ? 1 : 0;
    }

    private static bool IsRefused(InspectedCourse course) => course.Inspection.Outcome is CourseOutcome.Refused;

    private static object Report(InspectedCourse course) => new
    {
        Slug = course.Folder,
        IsRefused = IsRefused(course),
        course.Inspection.Counts.Lessons,
        course.Inspection.Counts.Questions,
        course.Inspection.Counts.WithBasis,
        course.Inspection.Counts.WithClause,
        Problems = course.Inspection.Problems.Select(problem => problem.ToString()),
        Details = course.Inspection.Problems.Select(problem => new
        {
            Severity = problem.Severity is ProblemSeverity.Error ? "error" : "warning",
            problem.Code,
            problem.File,
            problem.Line,
            problem.What,
            problem.WhatEn,
            problem.HowToMend,
            problem.HowToMendEn,
        }),
    };

    private static void Print(InspectedCourse course)
    {
        var (counts, problems) = (course.Inspection.Counts, course.Inspection.Problems);
        var state = IsRefused(course) ? $"；{problems.Count} 处需要修改，不能发布" : problems.Count > 0 ? $"；{problems.Count} 处提醒" : "";
        Console.WriteLine($"{course.Folder}: {counts.Lessons} 课，{counts.Questions} 题，有依据 {Share(counts.WithBasis, counts.Questions)}，引用条款 {counts.WithClause} 题（{Share(counts.WithClause, counts.Questions)}）{state}");
        foreach (var problem in problems)
        {
            Console.WriteLine($"  {problem}");
        }
    }

    /// <summary>Rounded down to one decimal.</summary>
    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole is 0 ? 0 : part * 1000 / whole / 10m):0.#}%");
}
