using Microsoft.Extensions.Localization;
using TrainingHub.Courses;

namespace TrainingHub.Practice;

/// <summary>Where a question to practise is from.</summary>
/// <param name="Course">The course; null: the question bank of a unit.</param>
public sealed record PracticeSource(ShelfCourse? Course)
{
    /// <summary>Stands for the banks in addresses, in the place of a course's slug: those have no capitals.</summary>
    public const string BankKey = "BANK";

    public static PracticeSource Bank { get; } = new((ShelfCourse?)null);

    /// <summary>The course's slug; empty for a bank.</summary>
    public string CourseSlug => Course?.Slug ?? "";

    /// <summary>As it stands in addresses.</summary>
    public string Key => Course?.Slug ?? BankKey;

    /// <summary>The same of a slug as it is stored.</summary>
    public static string KeyOf(string courseSlug) => courseSlug.Length is 0 ? BankKey : courseSlug;

    public static bool IsBank(string key) => string.Equals(key, BankKey, StringComparison.Ordinal);

    public string NameIn(IStringLocalizer<PracticeText> text) => Course is { Manifest: var manifest } ? CourseWords.InLanguage(manifest.Title, manifest.TitleEn) : text["Bank"];
}
