using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddRosterWordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "SessionFiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnclearWords",
                table: "RosterImports",
                type: "TEXT",
                maxLength: 200000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MoreProblems",
                table: "RosterImportRows",
                type: "TEXT",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Calls",
                table: "KeptProposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CallsDone",
                table: "KeptProposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RosterWordings",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Column = table.Column<int>(type: "INTEGER", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PositionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Employment = table.Column<int>(type: "INTEGER", nullable: true),
                    IsLeftOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterWordings", x => new { x.OrganizationId, x.Column, x.Folded });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RosterWordings");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "SessionFiles");

            migrationBuilder.DropColumn(
                name: "UnclearWords",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "MoreProblems",
                table: "RosterImportRows");

            migrationBuilder.DropColumn(
                name: "Calls",
                table: "KeptProposals");

            migrationBuilder.DropColumn(
                name: "CallsDone",
                table: "KeptProposals");
        }
    }
}
