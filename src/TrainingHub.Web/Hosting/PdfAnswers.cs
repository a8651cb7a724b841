using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TrainingHub.Documents;

namespace TrainingHub.Hosting;

internal static class PdfAnswers
{
    extension(Controller controller)
    {
        /// <summary>A printed file, or the page that names the characters which the fonts lack. Asked about every time, sent only when it is another one.</summary>
        /// <param name="files">Prints and keeps.</param>
        /// <param name="fingerprint">Names the file.</param>
        /// <param name="print">Prints it.</param>
        /// <param name="name">Under which it is saved.</param>
        /// <param name="isPublic">Whether anyone may read it.</param>
        /// <param name="cancel">Ends the waiting.</param>
        public async Task<IActionResult> PdfAsync(
            PrintedFiles files, string fingerprint, Func<PrintOutcome> print, string name, bool isPublic, CancellationToken cancel)
        {
            var tag = new EntityTagHeaderValue($"\"{fingerprint}\"");
            controller.Response.Headers.CacheControl = isPublic ? "no-cache" : "private, no-cache";
            if (controller.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                controller.Response.GetTypedHeaders().ETag = tag;
                return controller.StatusCode(StatusCodes.Status304NotModified);
            }

            switch (await files.GetAsync(fingerprint, print, cancel))
            {
                case PrintOutcome.Printed printed:
                    return controller.File(printed.Bytes, "application/pdf", name, lastModified: null, tag);
                case PrintOutcome.Lacking lacking:
                    controller.Response.Headers.CacheControl = "no-store";
                    var view = controller.View("Unprintable", lacking.Characters);
                    view.StatusCode = StatusCodes.Status422UnprocessableEntity;
                    return view;
                default:
                    throw new UnreachableException();
            }
        }
    }
}
