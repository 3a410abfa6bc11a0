-- What a person does in Neovim, without one: open a file, see a finding, take its fix. Prints what it saw as a line of JSON.
local server = vim.env.SEAWORTHY_SERVER_COMMAND
local file = vim.env.SEAWORTHY_FILE
vim.cmd('edit ' .. vim.fn.fnameescape(file))
local id = vim.lsp.start_client({
  name = 'seaworthy',
  cmd = vim.split(server, '\n'),
  root_dir = vim.fn.fnamemodify(file, ':h'),
})
vim.lsp.buf_attach_client(0, id)

local function find()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == 'privileged-container' then return one end
  end
end

local shown = vim.wait(60000, function() return find() ~= nil end, 50)
local report = { shown = shown, version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }
if shown then
  local found = find()
  report.message = found.message
  report.line = found.lnum
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 60000)
  local fix
  for _, action in ipairs((answers[id] or {}).result or {}) do
    if fix == nil and action.kind == 'quickfix' then fix = action end
  end
  if fix ~= nil and fix.edit == nil then
    fix = vim.lsp.buf_request_sync(0, 'codeAction/resolve', fix, 60000)[id].result
  end
  if fix ~= nil then
    vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
    report.mended = vim.wait(60000, function() return find() == nil end, 50)
    report.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
  end
end
local encode = vim.json and vim.json.encode or vim.fn.json_encode
io.stdout:write('\nREPORT ' .. encode(report) .. '\n')
vim.cmd('qa!')
