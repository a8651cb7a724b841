using Microsoft.Extensions.Localization;

namespace TrainingHub.Hosting;

/// <summary>The texts of a type's folder: <c>TrainingHub.Quizzes.AnythingInput</c> is worded by <c>TrainingHub.Quizzes.QuizzesText</c>.</summary>
internal static class FolderText
{
    public static IStringLocalizer Localizer(Type type, IStringLocalizerFactory factory)
    {
        var folder = type.Namespace?.Split('.').Last() ?? "Home";
        return factory.Create(type.Assembly.GetType($"{type.Namespace}.{folder}Text") ?? type);
    }
}
