using Microsoft.AspNetCore.Http.Features;
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
        if (!await IsTooLargeAsync(context.HttpContext.Request, MostBytes, context.HttpContext.RequestAborted))
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

    /// <summary>Whether the form is too large; where its length was not said beforehand, by reading it, in memory as far as that goes, until it is.</summary>
    internal static async Task<bool> IsTooLargeAsync(HttpRequest request, int inMemory, CancellationToken cancel)
    {
        if (request.ContentLength is not null || !request.HasFormContentType)
        {
            return request.ContentLength > MostBytes;
        }

        try
        {
            await request.ReadFormAsync(new FormOptions { MemoryBufferThreshold = inMemory, MultipartBodyLengthLimit = MostBytes }, cancel);
            return false;
        }
        catch (InvalidDataException exception) when (exception.Message.Contains("length limit", StringComparison.Ordinal))
        {
            // The framework tells this from a damaged form by its words alone. What is damaged meets the check of the token, and is refused there.
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
