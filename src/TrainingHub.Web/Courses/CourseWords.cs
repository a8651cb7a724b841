using System.Globalization;

namespace TrainingHub.Courses;

/// <summary>Small decisions on how a course is told.</summary>
public static class CourseWords
{
    /// <summary>The English words for readers of English, where there are any.</summary>
    public static string InLanguage(string chinese, string english) =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) && english.Length > 0 ? english : chinese;
}
