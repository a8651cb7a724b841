using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Answers a file that is too large in words, before anything of it is read. It stands before the check of the anti-forgery token,
/// which reads the form.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RosterSizeLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>The file and what the form adds to it.</summary>
    public const int MostBytes = WorkbookFile.MostBytes + 64 * 1024;

    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HttpContext.Request.ContentLength is not > MostBytes)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        var input = new ImportInput { EffectiveDay = services.GetRequiredService<DayClock>().Today };
        var page = await services.GetRequiredService<ImportsQuery>().ListAsync(input, new ImportsFilter(), new ReadOutcome.Refused(FileRefusal.TooLarge), context.HttpContext.RequestAborted);
        context.Result = new ViewResult
        {
            ViewName = "Index",
            StatusCode = StatusCodes.Status413PayloadTooLarge,
            ViewData = new ViewDataDictionary<ImportsPage>(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = page },
        };
    }
}
