using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace TrainingHub.Hosting;

/// <summary>
/// Inside WeChat a tap on a download does nothing. It is answered with a page that says how to open this very address in the system's
/// browser, which then downloads.
/// </summary>
internal sealed class WeChatDownloads : IResourceFilter
{
    private static readonly string[] Downloads = [".pdf", ".csv", ".xlsx", ".zip"];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (!HttpMethods.IsGet(request.Method) || !Downloads.Contains(Path.GetExtension(request.Path.Value), StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        // Whatever keeps the file for others must not give it to WeChat, nor the page to them.
        response.Headers.Append(HeaderNames.Vary, HeaderNames.UserAgent);
        if (request.IsFromWeChat)
        {
            response.Headers.CacheControl = "no-store";
            context.Result = new ViewResult { ViewName = "WeChatDownload" };
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
