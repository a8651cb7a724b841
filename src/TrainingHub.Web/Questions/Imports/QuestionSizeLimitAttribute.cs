using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TrainingHub.Courseware.Exchange;
using TrainingHub.People.Imports;

namespace TrainingHub.Questions.Imports;

/// <summary>Answers a file that is too large in words, before anything of it is read.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QuestionSizeLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MemoryOfForm = 64 * 1024;

    // Before the check of the anti-forgery token, which reads the form.
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!await RosterSizeLimitAttribute.IsTooLargeAsync(context.HttpContext.Request, MemoryOfForm, context.HttpContext.RequestAborted))
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        var page = await services.GetRequiredService<QuestionImportsQuery>().ListAsync(new QuestionImportInput(), new QuestionImportsFilter(), new ForeignReading.Refused(FileFault.TooLarge), context.HttpContext.RequestAborted);
        context.Result = new ViewResult
        {
            ViewName = "Index",
            StatusCode = StatusCodes.Status413PayloadTooLarge,
            ViewData = new ViewDataDictionary<QuestionImportsPage>(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = page },
        };
    }
}
