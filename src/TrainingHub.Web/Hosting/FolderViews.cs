using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace TrainingHub.Hosting;

/// <summary>Views lie beside their controller: <c>Quizzes/AttemptsShow.cshtml</c> is the action Show of AttemptsController in the folder Quizzes.</summary>
internal sealed class FolderViews : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context) => context.Values["folder"] = Folder(context);

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var folder = Folder(context);
        return [$"/{folder}/{{1}}{{0}}.cshtml", $"/{folder}/{{0}}.cshtml", "/Home/Shared/{0}.cshtml"];
    }

    private static string Folder(ViewLocationExpanderContext context)
    {
        var space = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace ?? "";
        return space.StartsWith("TrainingHub.", StringComparison.Ordinal) ? space["TrainingHub.".Length..].Replace('.', '/') : "Home";
    }
}
